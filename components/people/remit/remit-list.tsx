import type { Actor } from "@/lib/permissions/load-actor";
import { type GrantSentence, grantSentence } from "./grant-sentence";

/** So many partners are named one by one; whoever administers more knows them from their list. */
const MOST_PARTNERS = 3;

/** The roles that a person holds, one sentence each; without any, what that means and whom to ask. */
export function RemitList({ grants }: Pick<Actor, "grants">) {
  if (grants.length === 0) {
    return (
      <p className="max-w-prose text-lg">
        You hold no role yet, so there is nothing to see here. Ask whoever invited you, or root, to give you one.
      </p>
    );
  }
  return (
    <ul className="grid max-w-prose gap-1 text-lg" aria-label="Your roles">
      {sentencesOf(grants).map(({ id, text, complete }) => (
        <li key={id} className={complete ? undefined : "rounded-md bg-warning-soft px-3 py-2 text-base text-warning"}>
          {text}
        </li>
      ))}
    </ul>
  );
}

function sentencesOf(grants: Actor["grants"]): GrantSentence[] {
  const own = grants.filter(({ role }) => role === "partner_admin");
  if (own.length <= MOST_PARTNERS) return grants.map(grantSentence);
  const all = { id: "own", text: `You administer ${own.length.toLocaleString("en-GB")} partners.`, complete: true };
  return [...grants.filter((grant) => !own.includes(grant)).map(grantSentence), all];
}
