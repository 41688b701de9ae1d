import type { ReactNode } from "react";
import { type Fact, Facts } from "@/components/patterns/facts";
import { titled } from "@/components/patterns/titled";
import { Card } from "@/components/ui/card";
import type { Contact, PartnerRecord } from "@/lib/places/partners/queries";
import { namedAdmins } from "./named-admins";
import { OpeningHours } from "./opening-hours";
import { PlaceLine, PlaceList } from "./place-list";
import { TagList } from "./tag-list";

/**
 * Everything a partner's page says about the partner itself: about, places, opening hours, people to turn to.
 * @param children what stands below what it is and where.
 */
export function PartnerFacts({ partner, children }: { partner: PartnerRecord; children?: ReactNode }) {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid gap-4">
        <Card id="about" title="About">
          <Facts facts={aboutFacts(partner)} />
        </Card>
        <Card id="places" title="Places">
          <Facts facts={placeFacts(partner)} />
        </Card>
        {children}
      </div>
      <div className="grid gap-4">
        <Card id="contacts" title="People to turn to">
          <Facts facts={peopleFacts(partner)} narrow />
        </Card>
        <Card id="opening-hours" title="Opening hours">
          <OpeningHours hours={partner.openingHours} />
        </Card>
      </div>
    </div>
  );
}

function aboutFacts(partner: PartnerRecord): Fact[] {
  const socials = Object.entries(partner.socials).sort(([a], [b]) => a.localeCompare(b, "en-GB"));
  return [
    { name: "Summary", value: partner.summary },
    { name: "Description", value: partner.description && <p className="whitespace-pre-line">{partner.description}</p> },
    { name: "Accessibility", value: partner.accessibility },
    {
      name: "Tags",
      value:
        partner.tags.length + partner.unseenTags === 0 ? (
          "None"
        ) : (
          <TagList tags={partner.tags} unseen={partner.unseenTags} />
        ),
    },
    { name: "Website", value: partner.website && <OutsideLink href={partner.website} /> },
    ...socials.map(([name, value]) => ({ name: titled(name), value: <OutsideLink href={value} /> })),
    { name: "Public address", value: partner.slug },
  ];
}

function placeFacts({ address, serviceAreas }: PartnerRecord): Fact[] {
  return [
    {
      name: "Address",
      value:
        address === null ? (
          "None"
        ) : (
          <address className="grid gap-1 not-italic">
            <span>{[...address.lines, address.postcode].join(", ")}</span>
            <PlaceLine place={address.place} />
          </address>
        ),
    },
    { name: "Service areas", value: serviceAreas.length === 0 ? "None" : <PlaceList places={serviceAreas} /> },
  ];
}

function peopleFacts(partner: PartnerRecord): Fact[] {
  const { publicContact, internalContact } = partner;
  const named = namedAdmins(partner);
  return [
    { name: "Admins", value: named.length === 0 ? "Nobody yet" : named.join(", ") },
    { name: "Public contact", value: <ContactLines contact={publicContact} /> },
    { name: "Internal contact", value: internalContact && <ContactLines contact={internalContact} /> },
  ];
}

function ContactLines({ contact: { name, phone, email } }: { contact: Contact }) {
  if (name === null && phone === null && email === null) return "None";
  return (
    <ul>
      {[name, phone].map((line) => line !== null && <li key={line}>{line}</li>)}
      {email !== null && (
        <li>
          <a href={`mailto:${email}`} className="text-accent underline underline-offset-2">
            {email}
          </a>
        </li>
      )}
    </ul>
  );
}

/** Anything but a web address is shown as plain text: the value was typed by somebody and must not become a script. */
function OutsideLink({ href }: { href: string }) {
  if (!/^https?:\/\//i.test(href)) return href;
  return (
    <a href={href} rel="noreferrer noopener" className="text-accent underline underline-offset-2">
      {href.replace(/^https?:\/\//i, "")}
    </a>
  );
}
