import "server-only";
import type { Policy } from "@/lib/permissions/engine/policy";
import type { Entitlement, Specialised } from "@/lib/permissions/engine/specialise";

/** Notes which rules said yes and which said no while decisions were made. */
export interface RuleWitness {
  readonly saidYes: ReadonlySet<string>;
  readonly saidNo: ReadonlySet<string>;
  /** The policy as an actor meets it, with every answer of every rule noted. */
  readonly watch: (specialised: Specialised) => Specialised;
}

/** A witness over a policy. A rule says no where its condition fails, or where it speaks to a role that the actor lacks. */
export function ruleWitness(policies: readonly Policy[]): RuleWitness {
  const [saidYes, saidNo] = [new Set<string>(), new Set<string>()];
  const noting = (entitlement: Entitlement): Entitlement => ({
    ...entitlement,
    holds: (facts) => {
      const holds = entitlement.holds(facts);
      (holds ? saidYes : saidNo).add(entitlement.rule.id);
      return holds;
    },
  });
  const watch = ({ subject, view }: Specialised): Specialised => ({
    subject,
    view: (type, action) => {
      const seen = view(type, action);
      for (const { id, to } of policies.flatMap(({ rules }) =>
        rules.filter((rule) => rule.type === type && rule.actions.includes(action)),
      )) {
        if (to !== "everyone" && !subject.grants.some(({ role }) => role === to)) {
          saidNo.add(id);
        }
      }
      return { ...seen, allows: seen.allows.map(noting), forbids: seen.forbids.map(noting) };
    },
  });
  return { saidYes, saidNo, watch };
}
