import type { GrantValues } from "@/lib/people/grants/schemas";
import { userPath } from "@/lib/people/users/constants";

/**
 * The page that gives a person a role, with what has been chosen so far: by the names that `readGrantProposal` reads.
 * `find`: what a partner is searched by there.
 */
export function roleHref(
  user: { userId: string; email: string },
  values: Partial<GrantValues> & { find?: string } = {},
): string {
  const { role = "", neighbourhoods = [], partnerships = [], partner = "", endsOn = "", find = "" } = values;
  const parameters: [string, string][] = [
    ["role", role],
    ...neighbourhoods.map((code): [string, string] => ["neighbourhoods", code]),
    ...partnerships.map((id): [string, string] => ["partnerships", id]),
    ["partner", partner],
    ["endsOn", endsOn],
    ["find", find],
  ];
  const address = new URLSearchParams(parameters.filter(([, value]) => value !== ""));
  const path = `${userPath(user)}/grants/new`;
  return address.size === 0 ? path : `${path}?${address}`;
}
