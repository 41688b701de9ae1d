import { Check, CircleAlert, CircleDashed, Globe, GlobeLock } from "lucide-react";
import { ActionForm } from "@/components/patterns/action-form";
import { Instant } from "@/components/patterns/instant";
import { Card } from "@/components/ui/card";
import { fieldId } from "@/components/ui/field-frame";
import { TextLink } from "@/components/ui/text-link";
import { publishSiteAction, unpublishSiteAction } from "@/lib/places/site-publications/actions";
import type { SiteCheckKey } from "@/lib/places/site-publications/constants";
import { emptinessOf, type SiteCheck } from "@/lib/places/site-publications/schemas";
import { type SiteAct, sitePath } from "@/lib/places/sites/constants";
import type { SiteRecord, SiteRemit } from "@/lib/places/sites/queries";
import { SiteState } from "./site-state";

type Props = { site: SiteRecord; acts: SiteRemit["acts"] };

/** Whether a site is before the public, the switch for that, and what is missing for a page that is worth visiting. */
export function PublishingCard({ site, acts }: Props) {
  const { checklist, published, publication } = site;
  const may = (name: SiteAct) => acts.some(({ act, allowed }) => act === name && allowed);
  const missing = emptinessOf(checklist);
  return (
    <Card id="publishing" title="Publishing" state={<SiteState published={published} />}>
      <div className="grid gap-4">
        {publication !== null && (
          <p>
            Published <Instant at={new Date(publication.at)} />
            {publication.by !== null && <> by {publication.by}</>}.
          </p>
        )}
        <SiteChecklist site={site} checklist={checklist} mayReach={may("reach")} />
        {!published && missing !== null && <p className="max-w-prose text-warning">{missing}</p>}
        {!published && may("publish") && missing === null && (
          <ActionForm action={publishSiteAction} fields={{ siteId: site.id }} tone="primary">
            <Globe aria-hidden className="size-4" />
            Publish it
          </ActionForm>
        )}
        {published && may("unpublish") && (
          <ActionForm action={unpublishSiteAction} fields={{ siteId: site.id }}>
            <GlobeLock aria-hidden className="size-4" />
            Take it off the public pages
          </ActionForm>
        )}
      </div>
    </Card>
  );
}

/** What is asked for, how it is said once it is there, and the field that it is added in. */
const items: Readonly<Record<SiteCheckKey, { done: string; add: string; field: string }>> = {
  name: { done: "A name", add: "Give it a name", field: "name" },
  placeName: { done: "The name of the place", add: "Say what the place is called", field: "placeName" },
  heroText: { done: "An opening text", add: "Write an opening text", field: "heroText" },
  about: { done: "A tagline or a description", add: "Add a tagline or a description", field: "tagline" },
  neighbourhoods: { done: "A neighbourhood", add: "Choose a neighbourhood", field: "addNeighbourhoods" },
  partner: { done: "A partner to show", add: "A partner that lies there", field: "" },
};

/**
 * The checklist before publishing: what is there with a tick, what is missing as a link to where it is added.
 * @param mayReach whether the reader chooses neighbourhoods and partnerships; nobody chooses partners here.
 */
export function SiteChecklist({
  site,
  checklist,
  mayReach,
}: {
  site: { id: string; externalId: string | null };
  checklist: readonly SiteCheck[];
  mayReach: boolean;
}) {
  return (
    <ul className="grid gap-1.5" aria-label="Before publishing">
      {checklist.map((check) => (
        <li key={check.key} className="grid min-h-6 grid-cols-[auto_1fr] items-center gap-2">
          <Line check={check} site={site} mayReach={mayReach} />
        </li>
      ))}
    </ul>
  );
}

function Line({
  check: { key, done, needed },
  site,
  mayReach,
}: {
  check: SiteCheck;
  site: { id: string; externalId: string | null };
  mayReach: boolean;
}) {
  const { done: there, add, field } = items[key];
  if (done) {
    return (
      <>
        <Check aria-hidden className="size-4 text-success" />
        <span className="text-ink-muted">{there}</span>
      </>
    );
  }
  const leads = key !== "partner" && (key !== "neighbourhoods" || mayReach);
  return (
    <>
      {needed ? (
        <CircleAlert aria-hidden className="size-4 text-warning" />
      ) : (
        <CircleDashed aria-hidden className="size-4 text-ink-muted" />
      )}
      <span>
        {leads ? (
          <TextLink href={`${sitePath(site)}/edit#${fieldId(field)}`}>{add}</TextLink>
        ) : (
          `Missing: ${there.toLowerCase()}`
        )}
        {needed && <span className="text-sm text-ink-muted"> (needed)</span>}
      </span>
    </>
  );
}
