/** Where people find a page, by the sandbox's own address. */
export const checkoutPageOf = (url: string, id: string): string => `${url}/stripe/checkout/${id}`
export const invoicePageOf = (url: string, id: string): string => `${url}/stripe/invoices/${id}`
export const portalPageOf = (url: string, id: string): string => `${url}/stripe/portal/${id}`
