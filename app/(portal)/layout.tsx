import "server-only";
import type { ReactNode } from "react";
import { AccountMenu } from "@/components/shell/account-menu";
import { Header, type HeaderLink } from "@/components/shell/header";
import { signOutAction } from "@/lib/people/sign-in/actions";
import { getActor } from "@/lib/permissions/actor";
import { capabilities, listCondition } from "@/lib/permissions/scope";

const dashboard: HeaderLink = { href: "/dashboard", label: "Dashboard", section: "dashboard" };

const partners: HeaderLink = { href: "/places/partners", label: "Partners", section: "partners" };

const audit: HeaderLink = { href: "/audit", label: "Audit", section: "audit" };

/** The bar above every signed-in page. It guards nothing: a layout does not run on every navigation, so each page asks for its actor. */
export default async function PortalLayout({ children }: Readonly<{ children: ReactNode }>) {
  const actor = await getActor();
  if (actor === null) return children;
  const { view_audit: seesAudit } = capabilities(actor, "system", ["view_audit"], {});
  const opensPartners = listCondition(actor, "partner", "view").rows !== "none";
  const links = [dashboard, opensPartners ? partners : [], seesAudit ? audit : []].flat();
  return (
    <>
      <Header links={links}>
        <AccountMenu name={actor.name} email={actor.email} signOut={signOutAction.bind(null, null)} />
      </Header>
      {children}
    </>
  );
}
