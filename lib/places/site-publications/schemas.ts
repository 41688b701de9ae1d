import * as z from "zod/mini";
import { noOthers, recordKey } from "@/lib/platform/fields/schemas";
import type { SiteValues } from "../site-form/schemas";
import { NEEDED_CHECKS, SITE_CHECKS, type SiteCheckKey } from "./constants";

/** Which site to publish, or to take off the public pages, by external id or UUID. */
export const publishSiteSchema = z.strictObject(
  { siteId: recordKey("Which site is not said.", "There is no such site.") },
  noOthers,
);

/** One line of the checklist before publishing. */
export type SiteCheck = Readonly<{ key: SiteCheckKey; done: boolean; needed: boolean }>;

/** What the checklist looks at: the texts, how many neighbourhoods there are, and how many partners the site shows or would show. */
export type CheckedSite = Readonly<{
  values: Pick<SiteValues, "name" | "placeName" | "heroText" | "tagline" | "description">;
  neighbourhoods: number;
  partners: number;
}>;

/** The checklist of a site, in its order. */
export function checklistOf({ values, neighbourhoods, partners }: CheckedSite): readonly SiteCheck[] {
  const done: Readonly<Record<SiteCheckKey, boolean>> = {
    name: values.name !== "",
    placeName: values.placeName !== "",
    heroText: values.heroText !== "",
    about: values.tagline !== "" || values.description !== "",
    neighbourhoods: neighbourhoods > 0,
    partner: partners > 0,
  };
  return SITE_CHECKS.map((key) => ({ key, done: done[key], needed: NEEDED_CHECKS.includes(key) }));
}

/** Why a site cannot be published, in one sentence; null where it can. */
export function emptinessOf(checklist: readonly SiteCheck[]): string | null {
  const missing = checklist.filter(({ done, needed }) => needed && !done).map(({ key }) => key);
  if (missing.includes("neighbourhoods")) {
    return "It has no neighbourhood, so its page would be empty. Root chooses the neighbourhoods of a site.";
  }
  return missing.includes("partner")
    ? "No partner lies in its neighbourhoods and carries its partnerships, so its page would be empty."
    : null;
}
