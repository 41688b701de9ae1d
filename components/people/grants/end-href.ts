import { userPath } from "@/lib/people/users/constants";

/** The page that asks before a role ends or, with a neighbourhood's code, before that is taken out of it. */
export function endHref(user: { userId: string; email: string }, grantId: string, neighbourhood?: string): string {
  const asked = { grant: grantId, ...(neighbourhood === undefined ? {} : { neighbourhood }) };
  return `${userPath(user)}/grants/end?${new URLSearchParams(asked)}`;
}
