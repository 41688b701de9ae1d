import type { ReactNode } from "react";
import { type Fact, Facts } from "@/components/patterns/facts";
import { CalendarDay, Day } from "@/components/patterns/instant";
import { titled } from "@/components/patterns/titled";
import type { RoleAddresses } from "@/components/people/grants/role-cards";
import { giverInWords } from "@/components/people/remit/giving-line";
import { grantSentence } from "@/components/people/remit/grant-sentence";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import type { OwnGrant } from "@/lib/people/remit/queries";
import { OpenedInWords } from "./opened-in-words";

/** Where the things that a role is held over are shown, and the partners that it opens; null where one may not go there. */
export type OwnRoleAddresses = RoleAddresses & Readonly<{ partners: ((grant: OwnGrant) => string) | null }>;

/** What a role lets its holder do with what it opens, as domains/places.md section 3 has it. */
const LETS: Readonly<Record<OwnGrant["role"], string | null>> = {
  root: "See and change everything in the portal, and give and end every role.",
  support: null,
  neighbourhood_admin:
    "Add partners there, edit and hide them and choose their admins; delete those that lie wholly inside.",
  partnership_admin:
    "Add partners to it there, edit and hide them and choose their admins; delete those that lie wholly inside and belong to no other partnership.",
  partner_admin: "Edit everything on its page, choose its admins, and delete it.",
};

/** A role that one holds: what it is in one sentence, what it opens and lets one do, who gave it and when, and until when. */
export function OwnRole({ grant, addresses }: { grant: OwnGrant; addresses: OwnRoleAddresses }) {
  const { grantId, role, complete } = grant;
  // The day that it ends has a line of its own.
  const sentence = grantSentence({ ...grant, id: grantId, endsOn: null });
  return (
    <Card
      id={`role-${grantId}`}
      title={sentence.text}
      state={
        <span className="inline-flex flex-wrap gap-1">
          {!complete && <Badge tone="warning">Gives nothing yet</Badge>}
          <Badge>{titled(ROLE_NAMES[role].one)}</Badge>
        </span>
      }
    >
      <Facts facts={factsOf(grant, addresses)} />
    </Card>
  );
}

function factsOf(grant: OwnGrant, addresses: OwnRoleAddresses): Fact[] {
  const { role, complete, endsOn } = grant;
  return [
    { name: "Opens", value: complete && role !== "support" ? <Opens grant={grant} addresses={addresses} /> : null },
    { name: "Lets you", value: complete ? LETS[role] : null },
    { name: "Over", value: overOf(grant, addresses) },
    { name: "Given", value: <Given grant={grant} /> },
    { name: "Until", value: endsOn === null ? "No end" : <EndsItself day={endsOn} /> },
  ];
}

function Opens({ grant, addresses }: { grant: OwnGrant; addresses: OwnRoleAddresses }) {
  const { partner, opens } = grant;
  return (
    <OpenedInWords
      opens={opens}
      partner={partner && <TextLink href={addresses.partner(partner)}>{partner.name}</TextLink>}
      partnersHref={addresses.partners?.(grant) ?? null}
    />
  );
}

/** The area that it is held over, each place with its page; null for a role over something else, and while nothing is chosen. */
function overOf({ places, partnerships }: OwnGrant, addresses: OwnRoleAddresses): ReactNode | null {
  if (places.length + partnerships.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-0.5">
      {places.map(({ code, name }) => (
        <li key={code} className="wrap-anywhere">
          {addresses.place === null ? name : <TextLink href={addresses.place(code)}>{name}</TextLink>}
        </li>
      ))}
      {partnerships.map(({ id, name }) => (
        <li key={id} className="wrap-anywhere">
          {name} <span className="text-ink-muted">(partnership)</span>
        </li>
      ))}
    </ul>
  );
}

function Given({ grant: { givenBy, grantedAt } }: { grant: OwnGrant }) {
  const day = <Day at={new Date(grantedAt)} />;
  return givenBy.kind === "unknown" ? (
    <>
      {day} <span className="text-ink-muted">(by whom is not on record)</span>
    </>
  ) : (
    <>
      {day} by {giverInWords(givenBy)}
    </>
  );
}

function EndsItself({ day }: { day: string }) {
  return (
    <>
      <CalendarDay day={day} long />; it ends by itself
    </>
  );
}
