import { KeyRound } from "lucide-react";
import type { ReactNode } from "react";
import { EmptyState } from "@/components/patterns/empty-state";
import { titled } from "@/components/patterns/titled";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import type { KnownGrant } from "@/lib/people/grants/queries";
import type { UserGrant, UserRecord } from "@/lib/people/users/queries";
import { GivingLine } from "../remit/giving-line";
import { roleInWords } from "../remit/grant-sentence";
import { unseenRoles } from "../user-list/user-columns";
import { endHref } from "./end-href";

/** Where the things that a role is held over are shown; null where one may not go there. Pages know that. */
export type RoleAddresses = Readonly<{
  place: ((code: string) => string) | null;
  partner: (partner: NonNullable<KnownGrant["partner"]>) => string;
}>;

/**
 * A person's roles as the reader may know them, each in a plain sentence, with who gave it and the way to end it; the
 * others are counted. Without any, what that means.
 */
export function RoleCards({ user, addresses }: { user: UserRecord; addresses: RoleAddresses }) {
  const { grants, unseenGrants } = user;
  if (grants.length + unseenGrants === 0) return <NoRole itself={user.itself} />;
  return (
    <div className="grid gap-4">
      {grants.map((grant) => (
        <RoleCard key={grant.grantId} user={user} grant={grant} addresses={addresses} />
      ))}
      {unseenGrants > 0 && (
        <p className="rounded-lg border border-dashed border-line-medium px-4 py-3 text-ink-muted sm:px-5">
          {titled(unseenRoles(unseenGrants, grants.length > 0))}. Nothing more is told of{" "}
          {unseenGrants === 1 ? "it" : "them"} here.
        </p>
      )}
    </div>
  );
}

function RoleCard({ user, grant, addresses }: { user: UserRecord; grant: UserGrant; addresses: RoleAddresses }) {
  const { grantId, role, mayEnd, places } = grant;
  const sentence = roleInWords({ ...grant, endsOn: null }, { who: user.itself ? null : user.name });
  return (
    <Card
      id={`role-${grantId}`}
      of={`role-${grantId}-in-words`}
      title={titled(ROLE_NAMES[role].one)}
      state={!sentence.complete && <Badge tone="warning">Gives nothing yet</Badge>}
    >
      <div className="grid gap-3">
        <div className="grid max-w-prose gap-1">
          <p id={`role-${grantId}-in-words`} className="wrap-anywhere">
            {sentence.text}
          </p>
          <p className="text-sm text-ink-muted">
            <GivingLine grant={grant} />
          </p>
        </div>
        <HeldOver grant={grant} addresses={addresses} />
        {mayEnd && (
          <div className="flex flex-wrap items-start gap-2">
            <ButtonLink href={endHref(user, grantId)} size="sm" aria-label={`End this role: ${sentence.text}`}>
              End this role…
            </ButtonLink>
            {role === "neighbourhood_admin" && places.length > 1 && <Reduction user={user} grant={grant} />}
          </div>
        )}
      </div>
    </Card>
  );
}

/** What it is held over, each with its page where it has one that the reader may open. */
function HeldOver({ grant: { places, partner }, addresses }: { grant: UserGrant; addresses: RoleAddresses }) {
  const { place } = addresses;
  const links: ReactNode[] = [
    ...(partner === null
      ? []
      : [
          <TextLink key={partner.id} href={addresses.partner(partner)}>
            {partner.name}
          </TextLink>,
        ]),
    ...(place === null
      ? []
      : places.map(({ code, name }) => (
          <TextLink key={code} href={place(code)}>
            {name}
          </TextLink>
        ))),
  ];
  if (links.length === 0) return null;
  return <p className="flex flex-wrap gap-x-4 gap-y-0.5 text-sm wrap-anywhere">{links}</p>;
}

/** The ways to take one neighbourhood out, folded: a role may have many. */
function Reduction({ user, grant }: { user: UserRecord; grant: UserGrant }) {
  return (
    <details className="group/places open:basis-full">
      <summary className="inline-flex min-h-7 items-center rounded-md px-2.5 text-sm font-medium text-accent hover:bg-accent-soft hover:text-accent-strong">
        Take a neighbourhood out…
      </summary>
      <ul className="mt-2 grid gap-1 ps-2.5">
        {grant.places.map(({ code, name }) => (
          <li key={code}>
            <TextLink href={endHref(user, grant.grantId, code)} className="inline-flex min-h-6 items-center">
              Take {name} out
            </TextLink>
          </li>
        ))}
      </ul>
    </details>
  );
}

function NoRole({ itself }: { itself: boolean }) {
  return (
    <div className="rounded-lg border border-line bg-surface shadow-card">
      <EmptyState title="No role" icon={<KeyRound aria-hidden />}>
        <p>
          {itself
            ? "Your roles would be listed here. Ask whoever invited you, or root, to give you one."
            : "The roles of this person would be listed here. Until somebody gives them one, signing in shows them nothing."}
        </p>
      </EmptyState>
    </div>
  );
}
