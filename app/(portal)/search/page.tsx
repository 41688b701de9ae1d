import "server-only";
import { Banner } from "@/components/patterns/banner";
import { PageTitle } from "@/components/patterns/page-title";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { PortalSearch, SearchResults } from "@/components/shell/search-page";
import { searchPortal } from "@/lib/people/palette/queries";
import { requireActor } from "@/lib/permissions/actor";
import { searchPlaces } from "@/lib/places/palette/queries";
import { PALETTE_LIMIT } from "@/lib/platform/palette/constants";
import { readPaletteText } from "@/lib/platform/palette/schemas";
import { joinPalette } from "@/lib/platform/palette/sources";
import { searchWaitSentence, useLimits } from "@/lib/platform/rate-limit";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** What the command palette finds, on a page of its own: without scripts, by a sent address, and where the palette fails. */
export default definePage(async function SearchPage({ searchParams }: Props) {
  const actor = await requireActor();
  const text = readPaletteText(await searchParams);
  const wait = await useLimits([{ limit: PALETTE_LIMIT, key: actor.userId }]);
  const sources = wait === null ? await Promise.all([searchPortal(actor, text), searchPlaces(actor, text)]) : [];
  return (
    <PageBody>
      <PageTitle title="Search" />
      <div className="grid max-w-3xl grid-cols-1 gap-6">
        <PortalSearch text={text} />
        {wait === null ? (
          <SearchResults text={text} groups={joinPalette(text, sources)} />
        ) : (
          <Banner tone="warning" title={searchWaitSentence(wait)} />
        )}
      </div>
    </PageBody>
  );
});
