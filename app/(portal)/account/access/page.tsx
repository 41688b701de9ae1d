import "server-only";
import { PageTitle } from "@/components/patterns/page-title";
import { OwnRoles } from "@/components/people/my-access/own-roles";
import { UserNotice } from "@/components/people/users/user-notice";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { listMyAccess } from "@/lib/people/remit/queries";
import { requireActor } from "@/lib/permissions/actor";
import type { ResourceType } from "@/lib/permissions/catalogue";
import { listCondition } from "@/lib/permissions/scope";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import { EVERY_PARTNER, partnerListHref } from "@/lib/places/partner-list/schemas";
import { PARTNERS_PATH, partnerPath } from "@/lib/places/partners/constants";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** "My access": every role that one holds, in plain words, what it opens, who gave it and when, and until when. */
export default definePage(async function AccessPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { notice } = await searchParams;
  const access = await listMyAccess(actor);
  // Judged without asking the database: a role that can open no row has no list to lead to, empty or not.
  const opens = (type: ResourceType, action: string) => listCondition(actor, type, action).rows !== "none";
  const listsPartners = opens("partner", "view");
  return (
    <PageBody>
      <UserNotice code={notice} />
      <PageTitle title="My access">
        <p className="max-w-prose text-ink-muted">
          The roles that you hold. They are given by root; those of one partner also by its admins and the admins of its
          area. Ask them where something is missing, or is no longer yours to look after.
        </p>
      </PageTitle>
      <OwnRoles
        access={access}
        email={actor.email}
        allHref={listsPartners ? PARTNERS_PATH : null}
        addresses={{
          place: opens("neighbourhood", "view") ? (code) => neighbourhoodPath({ id: code, code }) : null,
          partner: partnerPath,
          partners: listsPartners ? ({ grantId }) => throughHref(grantId) : null,
        }}
      />
    </PageBody>
  );
});

/** The list of the partners that one role opens by itself. */
function throughHref(grantId: string): string {
  return partnerListHref(PARTNERS_PATH, EVERY_PARTNER, { focus: { ...EVERY_PARTNER.focus, through: grantId } });
}
