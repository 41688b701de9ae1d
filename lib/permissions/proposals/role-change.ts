import "server-only";
import type { Role } from "../catalogue";
import { type KnownUser, type Ledger, normaliseEmail, type Wanted } from "../facts/ledger";
import type { HeldRole } from "../facts/records";
import { invalid, type Problem, type Proposed, textOf } from "./proposal";

/** The three actions that give, end or offer a role on a record. */
const roleActions: readonly string[] = ["assign_role", "remove_role", "invite"];

const emailShape = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Whether the action gives, ends or offers a role. */
export function isRoleChange(action: string): boolean {
  return roleActions.includes(action);
}

/** Whether the text can be an e-mail address at all. */
export function isEmail(text: string): boolean {
  return emailShape.test(text.trim());
}

/** Notes the person whom a role change speaks of. */
export function wantPerson({ parameters }: Proposed, wanted: Wanted): void {
  const user = textOf(parameters.user);
  if (user !== undefined) {
    wanted.users.add(normaliseEmail(user));
  }
}

/** The person whom a role change speaks of, if there is an account. */
export function personOf({ parameters }: Proposed, ledger: Ledger): KnownUser | undefined {
  const user = textOf(parameters.user);
  return user === undefined ? undefined : ledger.user(normaliseEmail(user));
}

/**
 * What is wrong with a role change itself: a role that this record does not know, no account to give it to (which takes
 * an invitation), or a role to end that is not held. Parameters that are left out are not judged: the question is then
 * whether this may be done at all.
 * @param takes the roles that can be held over this kind of record
 * @param isThis whether a held role is one over this very record
 */
export function roleChangeProblems(
  asked: Proposed,
  ledger: Ledger,
  takes: readonly Role[],
  isThis: (held: HeldRole) => boolean,
): readonly Problem[] {
  const { parameters } = asked;
  const problems: Problem[] = [];
  const role = parameters.role;
  if (role !== undefined && !takes.some((taken) => taken === role)) {
    problems.push(invalid("This role cannot be held here."));
  }
  if (asked.action === "invite") {
    const email = textOf(parameters.email);
    return parameters.email === undefined || (email !== undefined && isEmail(email))
      ? problems
      : [...problems, invalid("This is not an e-mail address.")];
  }
  if (parameters.user === undefined) {
    return problems;
  }
  const person = personOf(asked, ledger);
  if (asked.action === "assign_role") {
    return person === undefined
      ? [
          ...problems,
          { code: "needs_invitation", text: "There is no account with this address yet: it takes an invitation." },
        ]
      : problems;
  }
  const holds = person?.roles.some((held) => (role === undefined || held.role === role) && isThis(held)) ?? false;
  return holds ? problems : [...problems, invalid("This person does not hold this role here.")];
}
