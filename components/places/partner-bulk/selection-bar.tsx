import { Button } from "@/components/ui/button";
import { type BulkAct, PARTNER_BULK_PATH, SELECTION_FORM } from "@/lib/places/partner-bulk/constants";
import { SelectionCount } from "./selection-count";

const labels: Readonly<Record<BulkAct, string>> = {
  "add-tag": "Add a tag…",
  "remove-tag": "Remove a tag…",
  hide: "Hide…",
  "add-admin": "Add an admin…",
};

/**
 * What to do with the rows that are chosen: a plain form, which leads to the page that asks. It shows once a box is ticked,
 * which needs no scripts, and stays in view.
 * @param ids the rows on this page.
 */
export function SelectionBar({ acts, ids }: { acts: readonly BulkAct[]; ids: readonly string[] }) {
  return (
    <form
      id={SELECTION_FORM}
      action={PARTNER_BULK_PATH}
      aria-label="With the chosen partners"
      className="short:static sticky bottom-0 z-(--z-sticky) hidden flex-wrap items-center gap-x-3 gap-y-2 rounded-b-lg border-t border-line bg-accent-soft px-4 py-2.5 group-has-[[name=partner]:checked]/list:flex sm:px-5"
    >
      <SelectionCount ids={ids} />
      <div className="flex flex-wrap gap-2">
        {acts.map((act) => (
          <Button key={act} type="submit" name="act" value={act} size="sm">
            {labels[act]}
          </Button>
        ))}
      </div>
    </form>
  );
}
