import { DecisionInput, type DecisionOutput, InvalidDecision, parseAs } from './decision.ts'
import { linucb } from './policies/linucb.ts'
import { priority } from './policies/priority.ts'
import { random } from './policies/random.ts'
import { thompson } from './policies/thompson.ts'
import type { Policy } from './policy.ts'

/** Every policy by its name. */
export const policies: ReadonlyMap<string, Policy> = new Map(
  [random, priority, thompson, linucb].map((policy) => [policy.id, policy]),
)

/** The policy of that name in that version; throws InvalidDecision when this build has another or none. */
export function policyOf({ id, version }: { readonly id: string; readonly version: number }): Policy {
  const policy = policies.get(id)
  if (policy === undefined)
    throw new InvalidDecision(
      'policy.id',
      `there is no policy ${id}; there are ${[...policies.keys()].join(', ')}`,
    )
  if (policy.version !== version)
    throw new InvalidDecision('policy.version', `${id} is at version ${policy.version} here, not ${version}`)
  return policy
}

/**
 * Decides with the policy that the input names. The same input gives the same output, in any process.
 * Throws InvalidDecision, which names the field, for an input that DecisionInput does not admit.
 */
export function decide(input: DecisionInput): DecisionOutput {
  const checked = parseAs<DecisionInput>(DecisionInput, input)
  return policyOf(checked.policy).decide(checked)
}
