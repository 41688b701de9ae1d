import { MapPinCheck } from "lucide-react";
import { Banner } from "@/components/patterns/banner";
import { EmptyState } from "@/components/patterns/empty-state";
import { PageTitle } from "@/components/patterns/page-title";
import { Pager } from "@/components/patterns/pager";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import type { EmptyAreasPage } from "@/lib/places/empty-areas/queries";
import { emptyAreaParameters, emptyAreasHref } from "@/lib/places/empty-areas/schemas";
import { NEIGHBOURHOODS_PATH, neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import type { FoundPage } from "@/lib/places/neighbourhood-tree/queries";
import { placeWords } from "../neighbourhoods/place-words";
import { newPartnerHref } from "../partners/new-partner-href";
import { areasInWords } from "./areas-in-words";
import { TreeSearch } from "./tree-search";

/** The areas without a partner in what one looks after, by name: what a dashboard's line counts, searched and paged by the address. */
export function EmptyAreas({ query, answer: { about, wait, page }, mayCreatePartner }: EmptyAreasPage) {
  const cleared = emptyAreasHref(query, { text: "" });
  const back =
    query.text === ""
      ? { href: NEIGHBOURHOODS_PATH, label: "Back to the tree" }
      : { href: cleared, label: "All of these areas" };
  return (
    <>
      <PageTitle title="Areas without a partner">
        <p role="status" className="text-ink-muted tabular-nums">
          {wait === null && areasInWords(page.total, about, query)}
        </p>
      </PageTitle>
      <div className="grid gap-4">
        <TreeSearch text={query.text} along={emptyAreaParameters({ ...query, text: "" })} back={back} />
        {wait === null ? (
          <div className="rounded-lg border border-line bg-surface shadow-card">
            {page.total === 0 ? (
              <NoArea about={about} text={query.text} cleared={cleared} />
            ) : (
              <Areas places={page.rows} mayCreatePartner={mayCreatePartner} />
            )}
            <Pager
              label="Areas"
              first={page.first}
              last={page.first + page.rows.length - 1}
              total={page.total}
              previousHref={page.previous && emptyAreasHref(query, { cursor: page.previous })}
              nextHref={page.next && emptyAreasHref(query, { cursor: page.next })}
            />
          </div>
        ) : (
          <Banner tone="warning" title={wait} />
        )}
      </div>
    </>
  );
}

function Areas({ places, mayCreatePartner }: { places: readonly FoundPage[]; mayCreatePartner: boolean }) {
  return (
    <ul aria-label="Areas without a partner" className="divide-y divide-line">
      {places.map((place) => (
        <li key={place.id} className="flex items-baseline justify-between gap-3 px-4 py-2 sm:px-5">
          <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 wrap-anywhere">
            <TextLink href={neighbourhoodPath(place)} className="inline-flex min-h-6 items-center">
              {place.name}
            </TextLink>
            <span className="text-ink-muted">{placeWords(place)}</span>
          </span>
          {mayCreatePartner && (
            <TextLink
              href={newPartnerHref(place.code)}
              aria-label={`New partner in ${place.name}`}
              className="shrink-0 text-sm"
            >
              New partner
            </TextLink>
          )}
        </li>
      ))}
    </ul>
  );
}

function NoArea({ about, text, cleared }: { about: string | null; text: string; cleared: string }) {
  const href = text === "" ? NEIGHBOURHOODS_PATH : cleared;
  return (
    <EmptyState
      title="No area"
      icon={<MapPinCheck aria-hidden />}
      action={<ButtonLink href={href}>{text === "" ? "Show the whole tree" : "Show all of these areas"}</ButtonLink>}
    >
      <p>
        {about === null
          ? "No role of yours looks after the area that this address asks about."
          : text === ""
            ? "There is a partner in every one of them."
            : "None of these areas has this name or code."}
      </p>
    </EmptyState>
  );
}
