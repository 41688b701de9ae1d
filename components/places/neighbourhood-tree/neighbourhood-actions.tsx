import { MapPinPlus, Pencil, Trash2 } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { DialogLink } from "@/components/ui/dialog";
import { Menu, MenuLink, MenuRefusal, MenuRule } from "@/components/ui/menu";
import { unitsInside } from "@/lib/places/neighbourhood-form/schemas";
import { neighbourhoodPath, newNeighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";
import type { NeighbourhoodHead, NeighbourhoodRemit } from "@/lib/places/neighbourhood-tree/queries";
import { DeletePlace } from "../neighbourhood-form/delete-place";

type Props = { neighbourhood: NeighbourhoodHead; acts: NeighbourhoodRemit["acts"] };

/**
 * What may be done to a place: the main act as a button, the rest in a menu. What one may not do is not there, but for
 * deleting what is in use: whoever may delete others would look for it.
 */
export function NeighbourhoodActions({ neighbourhood, acts }: Props) {
  const path = neighbourhoodPath(neighbourhood);
  const may = (name: Props["acts"][number]["act"]) => acts.some(({ act, allowed }) => act === name && allowed);
  if (!may("update")) return null;
  const mayAdd = may("create") && unitsInside(neighbourhood.unit).length > 0;
  return (
    <>
      <ButtonLink href={`${path}/edit`} tone="primary">
        <Pencil aria-hidden className="size-4" />
        Edit
      </ButtonLink>
      <Menu label="More" panelClassName="w-72">
        {mayAdd && (
          <>
            <MenuLink href={newNeighbourhoodPath(neighbourhood.code)}>
              <MapPinPlus aria-hidden />
              New neighbourhood in it
            </MenuLink>
            <MenuRule />
          </>
        )}
        <Deletion neighbourhood={neighbourhood} acts={acts} />
      </Menu>
    </>
  );
}

function Deletion({ neighbourhood, acts }: Props) {
  const path = `${neighbourhoodPath(neighbourhood)}/delete`;
  const answer = acts.find(({ act }) => act === "delete");
  const label = (
    <>
      <Trash2 aria-hidden />
      Delete…
    </>
  );
  if (answer?.allowed !== true) {
    return (
      <>
        <MenuRefusal label={label} reason={answer?.reasons.map(({ text }) => text).join(" ") ?? ""} />
        <MenuLink href={path}>See what keeps it</MenuLink>
      </>
    );
  }
  const { id, name, code, version } = neighbourhood;
  return (
    <DialogLink href={path} look="menu" tone="danger" label={label} title={`Delete ${name}?`}>
      <DeletePlace neighbourhood={{ id, name, code }} version={version} />
    </DialogLink>
  );
}
