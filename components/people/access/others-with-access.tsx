import type { PeopleWithAccess } from "@/lib/people/access/queries";
import { PeopleWithAccessTable } from "./people-with-access";

/**
 * Who sees a record by another role than that of its own admins, who have a part of the page to themselves.
 * @param of what the record is, for the caption: "this partner".
 */
export function OthersWithAccess({
  access: { people, others },
  of,
}: {
  access: Pick<PeopleWithAccess, "people" | "others">;
  of: string;
}) {
  return (
    <section aria-labelledby="others" className="grid gap-3">
      <div>
        <h2 id="others" className="text-xl font-semibold tracking-tight">
          Others with access
        </h2>
        <p className="max-w-prose text-ink-muted">
          Through an area, a partnership or the whole portal. Root gives these roles.
        </p>
      </div>
      <PeopleWithAccessTable
        people={people.filter(({ role }) => role !== "partner_admin")}
        others={others.filter(({ role }) => role !== "partner_admin")}
        of={of}
      />
    </section>
  );
}
