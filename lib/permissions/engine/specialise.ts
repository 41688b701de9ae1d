import "server-only";
import type { ResourceType, Role } from "../catalogue";
import type { Condition } from "./conditions";
import { type Check, compile } from "./evaluate";
import { all, any, type Constants, fold } from "./fold";
import type { Policy, Rule } from "./policy";

/** What the engine needs of a grant: the role, and the numbers and ids that it is held over. */
export interface HeldGrant {
  readonly id: string;
  readonly role: Role;
  readonly area: readonly number[];
  readonly partnerships: readonly number[];
  readonly partnerId: string | null;
}

/** What the engine needs of who acts. */
export interface Subject {
  readonly userId: string;
  readonly grants: readonly HeldGrant[];
}

/** A rule as it speaks to one actor through one grant (or through none, where it speaks to everyone). */
export interface Entitlement {
  readonly rule: Rule;
  readonly grant: HeldGrant | null;
  readonly condition: Condition;
  /** The condition as a function of the record's facts. */
  readonly holds: Check;
}

/** Everything the policy says about one action for one actor. */
export interface ActionView {
  /** Rules that may allow it, by grant; those that can never hold are kept, because they explain refusals. */
  readonly allows: readonly Entitlement[];
  readonly forbids: readonly Entitlement[];
  /** The one condition over records: some allow and no forbid. */
  readonly condition: Condition;
  /** The same as a function of the record's facts. */
  readonly check: Check;
  /** The roles that the action is opened to at all, on some record: whom to ask after a refusal. */
  readonly openedTo: readonly Role[];
}

/** The policy as it applies to one actor. Made once for each request; views are built when first asked for. */
export interface Specialised {
  readonly subject: Subject;
  readonly view: (type: ResourceType, action: string) => ActionView;
}

/**
 * The policy with the actor's grants filled in and constants folded: the form that every interpreter reads. There is
 * nothing to invalidate, since the grants are read from the database for each request.
 */
export function specialise(policies: readonly Policy[], subject: Subject): Specialised {
  const views = new Map<string, ActionView | null>();
  const view = (type: ResourceType, action: string): ActionView => {
    const key = `${type}.${action}`;
    const built = views.get(key);
    if (built === null) {
      throw new Error(`The policy asks about ${key} while deciding ${key}.`);
    }
    if (built !== undefined) {
      return built;
    }
    views.set(key, null);
    const fresh = buildView(
      rulesOf(policies, type, action),
      subject,
      (related, name) => view(related as ResourceType, name).condition,
    );
    views.set(key, fresh);
    return fresh;
  };
  return { subject, view };
}

function rulesOf(policies: readonly Policy[], type: ResourceType, action: string): readonly Rule[] {
  return policies.flatMap((policy) =>
    policy.type === type ? policy.rules.filter((rule) => rule.actions.includes(action)) : [],
  );
}

function buildView(
  rules: readonly Rule[],
  subject: Subject,
  expand: (type: string, action: string) => Condition,
): ActionView {
  const entitle = (effect: Rule["effect"]) =>
    rules.filter((rule) => rule.effect === effect).flatMap((rule) => entitlements(rule, subject, expand));
  const allows = entitle("allow");
  const forbids = entitle("forbid");
  const forbidden = any(forbids.map(({ condition }) => condition));
  const unforbidden: Condition =
    forbidden.kind === "never"
      ? { kind: "always" }
      : forbidden.kind === "always"
        ? { kind: "never" }
        : { kind: "not", part: forbidden };
  const condition = all([any(allows.map((entitled) => entitled.condition)), unforbidden]);
  return {
    allows,
    forbids,
    condition,
    check: compile(condition),
    openedTo: rolesOf(rules),
  };
}

function entitlements(
  rule: Rule,
  subject: Subject,
  expand: (type: string, action: string) => Condition,
): readonly Entitlement[] {
  const grants = rule.to === "everyone" ? [null] : subject.grants.filter((held) => held.role === rule.to);
  return grants.map((held) => {
    const condition = fold(rule.when, constantsOf(subject, held), expand);
    return { rule, grant: held, condition, holds: compile(condition) };
  });
}

function rolesOf(rules: readonly Rule[]): readonly Role[] {
  const opening = rules.flatMap(({ effect, to }) => (effect === "allow" && to !== "everyone" ? [to] : []));
  return [...new Set(opening)];
}

function constantsOf(subject: Subject, held: HeldGrant | null): Constants {
  return {
    "grant.area": held?.area ?? [],
    "grant.partnerships": held?.partnerships ?? [],
    "grant.partner": held?.partnerId ? [held.partnerId] : [],
    "actor.id": [subject.userId],
  };
}
