import { WhyPanel } from "@/components/patterns/why-panel";
import type { UserActName } from "@/lib/people/users/constants";
import type { UserRecord, UserRemit } from "@/lib/people/users/queries";

/** What each act is called where a person reads what they may do; null where another answer says it better. */
const ACTS: Readonly<Record<UserActName, string | null>> = {
  // Open to whoever may end one partner role, which each role says by itself.
  update: null,
  profile: "Change the name and telephone",
  roles: "Give roles over places, partnerships and the portal",
  deactivate: "Deactivate the account",
  reactivate: "Put the account back into use",
  sessions: "See where the account is signed in",
  endSessions: "Sign the account out elsewhere",
  history: "See the history",
};

/** Why somebody sees this person, what else they may do about them, and why they may not do the rest. */
export function UserWhy({ user, remit, open }: { user: UserRecord; remit: UserRemit; open: boolean }) {
  // Only one's own sessions have a page so far.
  const shown = remit.acts.filter(({ act }) => user.itself || (act !== "sessions" && act !== "endSessions"));
  const acts = shown.flatMap(({ act, ...answer }) => {
    const label = ACTS[act];
    return label === null ? [] : [{ label, ...answer }];
  });
  return <WhyPanel reasons={remit.view} acts={acts} open={open} />;
}
