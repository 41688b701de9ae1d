import "server-only";
import { EmptyAreas } from "@/components/places/neighbourhood-tree/empty-areas";
import { FoundPlaces } from "@/components/places/neighbourhood-tree/found-places";
import { NeighbourhoodNotice } from "@/components/places/neighbourhood-tree/neighbourhood-notice";
import { TreeCard } from "@/components/places/neighbourhood-tree/tree-card";
import { TreeHead } from "@/components/places/neighbourhood-tree/tree-head";
import { TreeSearch } from "@/components/places/neighbourhood-tree/tree-search";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { listCondition } from "@/lib/permissions/scope";
import { readEmptyAreas } from "@/lib/places/empty-areas/queries";
import { getOpenTree, ownPlaces, reasonsAgainstTree, searchTree } from "@/lib/places/neighbourhood-branches/queries";
import { NEIGHBOURHOODS_PATH, newNeighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { readOpened } from "@/lib/places/neighbourhood-tree/schemas";
import { searchWaitSentence } from "@/lib/platform/rate-limit";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The tree of places, open as far as the address says, the places that a search finds, or the areas without a partner. */
export default definePage(async function NeighbourhoodsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const parameters = await searchParams;
  const empty = await readEmptyAreas(actor, parameters);
  if (empty !== null) {
    return (
      <PageBody>
        <EmptyAreas {...empty} />
      </PageBody>
    );
  }
  const asked = readOpened(parameters);
  const tree = await getOpenTree(actor, asked);
  if (tree === null) return <NoAccessPage refused="see neighbourhoods" reasons={reasonsAgainstTree(actor)} />;
  const search = await searchTree(actor, parameters);
  const mayCreate = listCondition(actor, "neighbourhood", "create").rows !== "none";
  const newHref = mayCreate ? newNeighbourhoodPath(null) : null;
  const text = search?.text ?? "";
  return (
    <PageBody>
      <TreeHead tree={tree} newHref={newHref} />
      <NeighbourhoodNotice code={parameters.notice} on="tree" />
      <div className="grid gap-4">
        <TreeSearch text={text} back={text === "" ? null : { href: NEIGHBOURHOODS_PATH, label: "Back to the tree" }} />
        {search === null ? (
          <TreeCard tree={tree} asked={asked} own={ownPlaces(actor)} newHref={newHref} />
        ) : (
          <FoundPlaces {...search} wait={search.wait === null ? null : searchWaitSentence(search.wait)} />
        )}
      </div>
    </PageBody>
  );
});
