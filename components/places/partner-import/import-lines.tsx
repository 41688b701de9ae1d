import { type Column, DataTable } from "@/components/patterns/data-table";
import { Badge } from "@/components/ui/badge";
import type { ImportOutcome } from "@/lib/places/partner-import/schemas";

type Line = ImportOutcome["lines"][number];

const columns: readonly Column<Line>[] = [
  { heading: "Partner", cell: ({ name }) => <span className="wrap-anywhere">{name === "" ? "No name" : name}</span> },
  { heading: "Line", align: "end", cell: ({ line }) => <span className="tabular-nums">{line}</span> },
  {
    heading: "What comes of it",
    cell: ({ faults, similar }) =>
      faults.length === 0 ? (
        <div className="grid justify-items-start gap-1">
          <Badge tone="success">Ready</Badge>
          {similar.length > 0 && <Similar partners={similar} />}
        </div>
      ) : (
        <ul className="grid gap-1">
          {faults.map(({ column, sentence }) => (
            <li key={`${column} ${sentence}`}>
              {column !== null && <span className="font-medium">{column}: </span>}
              {sentence}
            </li>
          ))}
        </ul>
      ),
  },
];

/** Partners that may be the same: each opens in a tab of its own, because the chosen file would be gone. */
function Similar({ partners }: { partners: Line["similar"] }) {
  return (
    <div>
      <p>Is it there already?</p>
      <ul>
        {partners.map(({ name, href }) => (
          <li key={href}>
            <a
              href={href}
              target="_blank"
              rel="noreferrer"
              className="inline-block min-h-6 wrap-anywhere underline underline-offset-2"
            >
              {name}
              <span className="sr-only"> (opens in a new tab)</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The lines of a file and what is wrong with each, those with a fault first. */
export function ImportLines({ lines }: { lines: readonly Line[] }) {
  const sorted = lines.toSorted((a, b) => Number(a.faults.length === 0) - Number(b.faults.length === 0));
  return (
    <div className="-mx-4 sm:-mx-5">
      <DataTable
        caption="The lines of the file, those with a fault first"
        columns={columns}
        rows={sorted}
        rowKey={({ line }) => String(line)}
      />
    </div>
  );
}
