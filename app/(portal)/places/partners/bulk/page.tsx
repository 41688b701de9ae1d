import "server-only";
import { BulkChoice } from "@/components/places/partner-bulk/bulk-choice";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage, NoAccessPage } from "@/components/shell/refusal-page";
import { requireActor } from "@/lib/permissions/actor";
import { bulkActsOf, listChosen, reasonsAgainstBulk } from "@/lib/places/partner-bulk/queries";
import { readBulkChoice } from "@/lib/places/partner-bulk/schemas";
import { PARTNERS_PATH } from "@/lib/places/partners/constants";
import { listTagChoices } from "@/lib/places/tag-list/queries";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const crumbs = [{ label: "Partners", href: PARTNERS_PATH }];

const refusals = {
  "add-tag": "change the tags of partners",
  "remove-tag": "change the tags of partners",
  hide: "hide partners",
  "add-admin": "choose the admins of partners",
} as const;

/** What to do with the partners that were ticked in the list, which the address names. */
export default definePage(async function BulkPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { act, keys } = readBulkChoice(await searchParams);
  if (act === null) return <MissingPage />;
  if (!bulkActsOf(actor).includes(act)) {
    return <NoAccessPage crumbs={crumbs} refused={refusals[act]} reasons={reasonsAgainstBulk(actor, act)} />;
  }
  const [{ partners, missing }, tags] = await Promise.all([
    listChosen(actor, keys),
    act === "add-tag" ? listTagChoices(actor) : [],
  ]);
  return (
    <PageBody crumbs={crumbs}>
      <BulkChoice act={act} partners={partners} missing={missing} tags={tags} />
    </PageBody>
  );
});
