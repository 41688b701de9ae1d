import "server-only";
import { MAIL_PATH } from "@/lib/people/mails/constants";
import { searchPeople } from "@/lib/people/user-filters/queries";
import { bringsPeopleIn } from "@/lib/people/user-list/queries";
import { EVERY_USER, userListHref } from "@/lib/people/user-list/schemas";
import { MY_ACCESS_PATH, PEOPLE_PATH, userPath } from "@/lib/people/users/constants";
import type { Actor } from "@/lib/permissions/load-actor";
import { capabilities } from "@/lib/permissions/scope";
import type { PaletteSource, PaletteWay } from "@/lib/platform/palette/sources";

/** What the palette offers of people and of the portal itself, within the actor's remit. At most one statement. */
export async function searchPortal(actor: Actor, text: string): Promise<PaletteSource> {
  const people = await searchPeople(actor, text);
  const found = people.map((person) => ({
    href: userPath(person),
    label: person.name,
    detail: person.deactivated ? `${person.email} · deactivated` : person.email,
  }));
  const all = { href: userListHref(PEOPLE_PATH, EVERY_USER, { text }), label: `All people with “${text}”` };
  const list = bringsPeopleIn(actor) ? all : null;
  return { actions: [], pages: pagesFor(actor), account: ACCOUNT, records: [{ label: "People", found, list }] };
}

/** For everybody. */
const ACCOUNT: readonly PaletteWay[] = [
  { href: MY_ACCESS_PATH, label: "My access", detail: "", words: "roles remit permissions account" },
  { href: "/account/sessions", label: "My sessions", detail: "", words: "devices sign out signed in account" },
];

function pagesFor(actor: Actor): PaletteWay[] {
  const sees = capabilities(actor, "system", ["view_audit", "view_mail"], {});
  return [
    { href: "/dashboard", label: "Dashboard", detail: "", words: "home start overview" },
    ...(bringsPeopleIn(actor)
      ? [{ href: PEOPLE_PATH, label: "People", detail: "", words: "users accounts admins" }]
      : []),
    ...(sees.view_mail
      ? [{ href: MAIL_PATH, label: "Mail", detail: "", words: "e-mails sent undelivered failed" }]
      : []),
    ...(sees.view_audit ? [{ href: "/audit", label: "Audit", detail: "", words: "history log events changes" }] : []),
  ];
}
