import type { Crumb } from "@/components/patterns/breadcrumb";
import { PEOPLE_PATH, userPath } from "@/lib/people/users/constants";

/** The way to a person's page; with the person, to what lies below their page. */
export function userCrumbs(user?: { userId: string; email: string; name: string }): Crumb[] {
  const list = { label: "People", href: PEOPLE_PATH };
  return user === undefined ? [list] : [list, { label: user.name, href: userPath(user) }];
}
