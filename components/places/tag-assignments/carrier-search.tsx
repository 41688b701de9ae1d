import { SearchForm } from "@/components/patterns/search-form";
import { TabLinks } from "@/components/ui/tabs";
import { type AssignmentQuery, assignmentHref } from "@/lib/places/tag-assignments/schemas";

const choices = [
  { carried: "", label: "All partners" },
  { carried: "with", label: "In it" },
  { carried: "without", label: "Not in it" },
] as const;

/** What narrows the partners beside a tag: whether they carry it, and a text. */
export function CarrierSearch({ path, query }: { path: string; query: AssignmentQuery }) {
  return (
    <div className="grid gap-3">
      <TabLinks
        label="Which partners"
        tabs={choices.map(({ carried, label }) => ({ href: assignmentHref(path, query, { carried }), label }))}
        current={assignmentHref(path, query, { carried: query.carried })}
      />
      <SearchForm
        action={path}
        name="Find partners"
        label="Name or postcode"
        text={query.text}
        along={query.carried === "" ? [] : [["carried", query.carried]]}
        beside
      />
    </div>
  );
}
