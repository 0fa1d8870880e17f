import type { Client, Context, Contract } from '@triptych/kernel'
import { identityContract } from './contract.ts'

type ClientOf = <C extends Contract>(contract: C, caller: string) => Client<C>

/** Reads the wrapped data key of a person or organisation; null once it was destroyed. */
export const loadDataKey =
  (clientOf: ClientOf) =>
  async (context: Context, subject: string): Promise<Uint8Array | null> => {
    const identity = clientOf(identityContract, context.caller ?? '')
    const { wrapped_key: wrapped } = await identity.getDataKey(context, { subject_id: subject })
    return wrapped === null ? null : Uint8Array.fromBase64(wrapped)
  }
