export { recommenderContract } from './contract.ts'
export { errors as recommenderErrors } from './errors.ts'
export { tipReacted, tipRecommended, tipShown } from './events.ts'
