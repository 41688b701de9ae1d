import type { ReactNode } from "react";
import type { PublicPartner } from "@/lib/places/site-pages/queries";
import { OutsideLink } from "../events/linked-text";
import { OpeningHours } from "../partners/opening-hours";
import { publicLinkClass } from "./site-frame";

/** What the public is told of a partner: where it is, when it is open, whom to turn to, and how accessible it is. What is not known is left out. */
export function PartnerParticulars({ partner }: { partner: PublicPartner }) {
  const { address, openingHours, contact, website, accessibility, categories } = partner;
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[9rem_1fr]">
      {address !== null && (
        <Line name="Address">
          <address className="not-italic">{address.join(", ")}</address>
        </Line>
      )}
      {openingHours.length > 0 && (
        <Line name="Open">
          <OpeningHours hours={[...openingHours]} />
        </Line>
      )}
      <Contact contact={contact} />
      {website !== null && (
        <Line name="Website">
          <OutsideLink href={website} label={website.replace(/^https?:\/\//i, "")} />
        </Line>
      )}
      {accessibility !== null && (
        <Line name="Accessibility">
          <p className="whitespace-pre-line">{accessibility}</p>
        </Line>
      )}
      {categories.length > 0 && <Line name="Categories">{categories.join(", ")}</Line>}
    </dl>
  );
}

function Contact({ contact: { name, phone, email } }: { contact: PublicPartner["contact"] }) {
  if (name === null && phone === null && email === null) return null;
  return (
    <Line name="Contact">
      <ul>
        {name !== null && <li>{name}</li>}
        {phone !== null && (
          <li>
            <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`} className={publicLinkClass}>
              {phone}
            </a>
          </li>
        )}
        {email !== null && (
          <li>
            <a href={`mailto:${email}`} className={publicLinkClass}>
              {email}
            </a>
          </li>
        )}
      </ul>
    </Line>
  );
}

/** One line of a partner's particulars. */
export function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 sm:col-span-2 sm:grid-cols-subgrid">
      <dt className="text-ink-muted">{name}</dt>
      <dd className="min-w-0 max-w-prose wrap-anywhere">{children}</dd>
    </div>
  );
}
