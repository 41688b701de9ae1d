import "server-only";
import { AreaAdmins } from "@/components/places/neighbourhood-tree/area-admins";
import { neighbourhoodCrumbs } from "@/components/places/neighbourhood-tree/neighbourhood-crumbs";
import { NeighbourhoodHead } from "@/components/places/neighbourhood-tree/neighbourhood-head";
import { definePage } from "@/components/shell/define-page";
import { PageBody } from "@/components/shell/page-body";
import { MissingPage } from "@/components/shell/refusal-page";
import { ROLE_NAMES } from "@/lib/people/access/constants";
import { userPath } from "@/lib/people/users/constants";
import { requireActor } from "@/lib/permissions/actor";
import { getNeighbourhoodHead } from "@/lib/places/neighbourhood-tree/queries";
import { decodeSegment } from "@/lib/platform/path-segment";

type Props = { params: Promise<{ code: string }> };

/** Who looks after one place, by which role: by name where one may know of the role, the others counted. */
export default definePage(async function NeighbourhoodAdminsPage({ params }: Props) {
  const actor = await requireActor();
  const found = await getNeighbourhoodHead(actor, decodeSegment((await params).code));
  if (found === null) return <MissingPage />;
  const { neighbourhood, remit } = found;
  return (
    <PageBody crumbs={neighbourhoodCrumbs(neighbourhood.path.slice(1).toReversed())}>
      <NeighbourhoodHead neighbourhood={neighbourhood} acts={remit.acts} tab="/admins" />
      <div className="grid gap-3">
        <AreaAdmins
          {...neighbourhood}
          personPath={(email) => userPath({ userId: email, email })}
          roleNames={ROLE_NAMES}
        />
        <p className="text-sm text-ink-muted">
          Root and every area admin may see this page. These look after the partners here, because their role is over
          this place or over one that it lies in.
        </p>
      </div>
    </PageBody>
  );
});
