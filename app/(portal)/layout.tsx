import "server-only";
import { Building2, House, Mail, Map as MapIcon, ScrollText, Users } from "lucide-react";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/shell/account-menu";
import { Frame } from "@/components/shell/frame";
import type { NavEntry } from "@/components/shell/navigation";
import { signOutAction } from "@/lib/people/sign-in/actions";
import { getTheme } from "@/lib/people/theme/queries";
import { bringsPeopleIn } from "@/lib/people/user-list/queries";
import { getActor } from "@/lib/permissions/actor";
import type { ResourceType } from "@/lib/permissions/catalogue";
import type { Actor } from "@/lib/permissions/load-actor";
import { capabilities, listCondition } from "@/lib/permissions/scope";

/** A noun of the portal, and for whom it opens anything at all. */
type Noun = NavEntry & { opensFor: (actor: Actor) => boolean };

/** Every noun that has pages, in the order of the navigation: a new one is one more entry. */
const portal: readonly { label: string | null; nouns: readonly Noun[] }[] = [
  {
    label: null,
    nouns: [{ href: "/dashboard", label: "Dashboard", icon: <House aria-hidden />, opensFor: () => true }],
  },
  {
    label: "Places",
    nouns: [
      { href: "/places/partners", label: "Partners", icon: <Building2 aria-hidden />, opensFor: lists("partner") },
      {
        href: "/places/neighbourhoods",
        label: "Neighbourhoods",
        icon: <MapIcon aria-hidden />,
        opensFor: lists("neighbourhood"),
      },
    ],
  },
  {
    label: "Portal",
    nouns: [
      { href: "/people", label: "People", icon: <Users aria-hidden />, opensFor: bringsPeopleIn },
      { href: "/mail", label: "Mail", icon: <Mail aria-hidden />, opensFor: sees("view_mail") },
      { href: "/audit", label: "Audit", icon: <ScrollText aria-hidden />, opensFor: sees("view_audit") },
    ],
  },
];

/**
 * The frame around every signed-in page, with the ways within one's remit. It guards nothing: a layout does not run on
 * every navigation, so each page asks for its actor.
 */
export default async function PortalLayout({ children }: Readonly<{ children: ReactNode }>) {
  // The page asks for the same actor; where even that fails, it says so, with no frame around it.
  const actor = await getActor().catch(() => null);
  if (actor === null) return children;
  const groups = portal
    .map(({ label, nouns }) => ({ label, entries: nouns.filter(({ opensFor }) => opensFor(actor)) }))
    .filter(({ entries }) => entries.length > 0);
  return (
    <Frame
      groups={groups}
      account={
        <AccountMenu
          name={actor.name}
          email={actor.email}
          theme={await getTheme()}
          signOut={signOutAction.bind(null, null)}
        />
      }
    >
      {children}
    </Frame>
  );
}

/** Judged without asking the database: a role that can open no row has no list to lead to, empty or not. */
function lists(type: ResourceType): (actor: Actor) => boolean {
  return (actor) => listCondition(actor, type, "view").rows !== "none";
}

function sees(action: "view_mail" | "view_audit"): (actor: Actor) => boolean {
  return (actor) => capabilities(actor, "system", [action], {})[action];
}
