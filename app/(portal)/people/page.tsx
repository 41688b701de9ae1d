import "server-only";
import { countInWords } from "@/components/patterns/count-in-words";
import { PageTitle } from "@/components/patterns/page-title";
import { UserFilters } from "@/components/people/user-list/user-filters";
import { UserTable } from "@/components/people/user-list/user-table";
import { UserNotice } from "@/components/people/users/user-notice";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { listUsers } from "@/lib/people/user-list/queries";
import { readUserListQuery, userFilterCount } from "@/lib/people/user-list/schemas";
import { PEOPLE_PATH } from "@/lib/people/users/constants";
import { requireActor } from "@/lib/permissions/actor";
import { listCondition } from "@/lib/permissions/scope";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The people within one's remit, oneself among them: searched, filtered, sorted and paged by the address. */
export default definePage(async function PeoplePage({ searchParams }: Props) {
  const actor = await requireActor();
  const parameters = await searchParams;
  const query = readUserListQuery(parameters);
  const page = await listUsers(actor, query);
  const knowsSignIns = listCondition(actor, "user", "view_sessions").rows === "all";
  return (
    <PageBody wide>
      <PageTitle title="People">
        <p role="status" className="text-ink-muted tabular-nums">
          {countInWords(page, { one: "person", many: "people" }, userFilterCount(query) > 0)}
        </p>
      </PageTitle>
      <UserNotice code={parameters.notice} />
      <div className="group/list grid gap-3">
        {page.inRemit > 1 && <UserFilters path={PEOPLE_PATH} query={query} />}
        <UserTable path={PEOPLE_PATH} query={query} page={page} knowsSignIns={knowsSignIns} />
      </div>
    </PageBody>
  );
});
