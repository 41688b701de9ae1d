import "server-only";
import { Banner } from "@/components/patterns/banner";
import { PageTitle } from "@/components/patterns/page-title";
import { PlaceFindForm } from "@/components/places/neighbourhoods/place-find-form";
import { PlaceResults } from "@/components/places/neighbourhoods/place-results";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { TextLink } from "@/components/ui/text-link";
import { requireActor } from "@/lib/permissions/actor";
import { FIND_DEFAULTS, PLACE_SEARCH_LIMIT } from "@/lib/places/neighbourhoods/constants";
import { searchNeighbourhoods } from "@/lib/places/neighbourhoods/queries";
import { readPlaceFind } from "@/lib/places/neighbourhoods/schemas";
import { searchWaitSentence, useLimits } from "@/lib/platform/rate-limit";
import { HOME, safeReturnTo } from "@/lib/platform/sign-in/return-to";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/**
 * Where a place is looked for without scripts, for a filter or a form: each result leads back there with the place chosen.
 * Its searches count against the same bound as those of the box that suggests.
 */
export default definePage(async function FindPlacePage({ searchParams }: Props) {
  const actor = await requireActor();
  const asked = readPlaceFind(await searchParams);
  const own = safeReturnTo(asked.to);
  const find = { ...asked, to: own === HOME ? FIND_DEFAULTS.to : own };
  const wait = await useLimits([{ limit: PLACE_SEARCH_LIMIT, key: actor.userId }]);
  const places = wait === null ? await searchNeighbourhoods(actor, find) : [];
  if (places === null) return <MissingPage />;
  return (
    <PageBody>
      <PageTitle title="Find a place">
        <p>
          <TextLink href={find.to}>Go back without choosing</TextLink>
        </p>
      </PageTitle>
      <div className="grid max-w-3xl gap-6">
        <PlaceFindForm find={find} />
        {wait === null ? (
          <PlaceResults find={find} places={places} />
        ) : (
          <Banner tone="warning" title={searchWaitSentence(wait)} />
        )}
      </div>
    </PageBody>
  );
});
