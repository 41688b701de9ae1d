import "server-only";
import { sql } from "drizzle-orm";
import { readTransaction } from "@/db/client";
import { neighbourhoods, partners } from "@/db/schema/places";
import type { Actor } from "@/lib/permissions/load-actor";
import { listCondition, scopeOf } from "@/lib/permissions/scope";
import {
  NEIGHBOURHOODS_PATH,
  neighbourhoodPath,
  newNeighbourhoodPath,
  UNIT_NAMES,
} from "@/lib/places/neighbourhood-tree/constants";
import { searchNeighbourhoodPages } from "@/lib/places/neighbourhood-tree/queries";
import { treeSearchHref } from "@/lib/places/neighbourhood-tree/schemas";
import type { FoundPlace } from "@/lib/places/neighbourhoods/schemas";
import { meetsFilters } from "@/lib/places/partner-filters/queries";
import { isHidden } from "@/lib/places/partner-hidings/queries";
import { LONGEST_SEARCH } from "@/lib/places/partner-list/constants";
import { EVERY_PARTNER, partnerListHref } from "@/lib/places/partner-list/schemas";
import { NEW_PARTNER_PATH, PARTNERS_PATH, partnerPath } from "@/lib/places/partners/constants";
import { containing, startingWith } from "@/lib/platform/like-pattern";
import { searchText } from "@/lib/platform/lists/schemas";
import type { PaletteEntry } from "@/lib/platform/palette/schemas";
import type { PaletteSource, PaletteWay } from "@/lib/platform/palette/sources";
import { MOST_PALETTE_RESULTS } from "./constants";

/** What the palette offers of places, within the actor's remit. At most two statements. */
export async function searchPlaces(actor: Actor, text: string): Promise<PaletteSource> {
  const [found, neighbourhoodsFound] = await Promise.all([
    searchPartnersForPalette(actor, text),
    searchNeighbourhoodPages(actor, text),
  ]);
  const partnerList = {
    href: partnerListHref(PARTNERS_PATH, EVERY_PARTNER, { text }),
    label: `All partners with “${text}”`,
  };
  const places = { href: treeSearchHref(text), label: `All neighbourhoods with “${text}”` };
  return {
    actions: actionsFor(actor),
    pages: pagesFor(actor),
    account: [],
    records: [
      { label: "Partners", found: found.map(partnerEntry), list: partnerList },
      {
        label: "Neighbourhoods",
        found: neighbourhoodsFound.map(neighbourhoodEntry),
        list: sees(actor, "neighbourhood") ? places : null,
      },
    ],
  };
}

function actionsFor(actor: Actor): PaletteWay[] {
  const makes = (type: "partner" | "neighbourhood") => listCondition(actor, type, "create").rows !== "none";
  const partner = { href: NEW_PARTNER_PATH, label: "New partner", detail: "", words: "create add make" };
  const place = {
    href: newNeighbourhoodPath(null),
    label: "New neighbourhood",
    detail: "",
    words: "create add make place",
  };
  return [...(makes("partner") ? [partner] : []), ...(makes("neighbourhood") ? [place] : [])];
}

/** Whether there is a list of these to lead to, empty or not. Asks nothing of the database. */
function sees(actor: Actor, type: "partner" | "neighbourhood"): boolean {
  return listCondition(actor, type, "view").rows !== "none";
}

function pagesFor(actor: Actor): PaletteWay[] {
  const partnerPage = { href: PARTNERS_PATH, label: "Partners", detail: "", words: "organisations list" };
  const tree = { href: NEIGHBOURHOODS_PATH, label: "Neighbourhoods", detail: "", words: "places areas wards tree" };
  return [...(sees(actor, "partner") ? [partnerPage] : []), ...(sees(actor, "neighbourhood") ? [tree] : [])];
}

function partnerEntry(partner: PalettePartner): PaletteEntry {
  const detail = [partner.place ?? "", partner.hidden ? "hidden" : ""].filter((part) => part !== "").join(" · ");
  return { href: partnerPath(partner), label: partner.name, detail };
}

/** With its kind and what it lies in, because many places share a name. */
function neighbourhoodEntry(place: FoundPlace & { id: string }): PaletteEntry {
  const [, ...above] = place.path;
  const kind = UNIT_NAMES[place.unit];
  const detail = above.length === 0 ? kind : `${kind} · ${above.join(" › ")}`;
  return { href: neighbourhoodPath(place), label: place.name, detail };
}

/** A partner as the command palette offers it. `place`: one of its places by name, to tell partners of like names apart. */
export type PalettePartner = {
  id: string;
  externalId: string | null;
  name: string;
  place: string | null;
  hidden: boolean;
};

/**
 * The partners within the actor's remit that a text means, as the list searches for them: by words of the name or the
 * beginning of the postcode. At most `MOST_PALETTE_RESULTS`, none for an empty text; the best match first: the whole name,
 * its beginning, the beginning of a word in it, the rest. One statement.
 */
export async function searchPartnersForPalette(actor: Actor, text: string): Promise<PalettePartner[]> {
  const searched = searchText(text, LONGEST_SEARCH);
  if (searched === "") return [];
  const meant = meetsFilters(actor, { ...EVERY_PARTNER, text: searched }, { place: null, tag: null });
  const name = sql`lower(${partners.name})`;
  const rank = sql`case
    when ${name} = lower(${searched}) then 0
    when ${name} like lower(${startingWith(searched)}) then 1
    when translate(${name}, '-/(&', '    ') like lower(${containing(` ${searched}`)}) then 2
    else 3 end`;
  return readTransaction(async (tx) => {
    const found = await tx.execute<PalettePartner>(sql`
      select ${partners.id} as "id", ${partners.externalId} as "externalId", ${partners.name} as "name",
        (select ${neighbourhoods.name} from ${neighbourhoods} where ${neighbourhoods.number} = any(${partners.placeIds})
          order by ${neighbourhoods.name}, ${neighbourhoods.id} limit 1) as "place",
        ${isHidden()} as "hidden"
      from ${partners} where (${scopeOf(actor, "partner", "view")}) and ${meant}
      order by ${rank}, ${name}, ${partners.id} limit ${MOST_PALETTE_RESULTS}`);
    return [...found];
  });
}
