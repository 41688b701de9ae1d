import { ActionForm } from "@/components/patterns/action-form";
import { ButtonLink } from "@/components/ui/button";
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
  return (
    <div className="grid gap-4">
      <div className="grid max-w-prose gap-2">
        <p>
          This cannot be undone. Nothing lies in {neighbourhood.name}, no partner names it, and no role was ever held
          over it, so that nobody loses sight of anything.
        </p>
        <p className="text-ink-muted">The history keeps who deleted it and what it was.</p>
      </div>
      <div className="flex flex-wrap items-start gap-2">
        <ActionForm
          action={deleteNeighbourhoodAction}
          fields={{ neighbourhoodId: neighbourhood.id, version: String(version) }}
          tone="danger"
          recordHref={neighbourhoodPath(neighbourhood)}
        >
          <span className="whitespace-normal">Delete {neighbourhood.name}</span>
        </ActionForm>
        {cancelHref !== undefined && <ButtonLink href={cancelHref}>Keep it</ButtonLink>}
      </div>
    </div>
  );
}
