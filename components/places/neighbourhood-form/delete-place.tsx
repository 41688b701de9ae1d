import { DeletionForm } from "@/components/patterns/deletion-form";
import { deleteNeighbourhoodAction } from "@/lib/places/neighbourhood-form/actions";
import { neighbourhoodPath } from "@/lib/places/neighbourhood-tree/constants";

type Props = {
  neighbourhood: { id: string; code: string; name: string };
  version: number;
  /** Where one goes instead; none in a dialog, which closes. */
  cancelHref?: string;
};

/** Deletes a place that nothing hangs on. The same on its page and in the record's dialog. */
export function DeletePlace({ neighbourhood, version, cancelHref }: Props) {
  const { id, name } = neighbourhood;
  return (
    <DeletionForm
      action={deleteNeighbourhoodAction}
      fields={{ neighbourhoodId: id, version: String(version) }}
      name={name}
      recordHref={neighbourhoodPath(neighbourhood)}
      cancelHref={cancelHref}
    >
      <p>
        This cannot be undone. Nothing lies in {name}, no partner names it, and no role was ever held over it, so that
        nobody loses sight of anything.
      </p>
    </DeletionForm>
  );
}
