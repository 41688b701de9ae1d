import { Card } from "@/components/ui/card";
import { IMPORT_COLUMNS } from "@/lib/places/partner-import/constants";

/** What a file of partners looks like: its columns, and how the cells are written that hold several things. */
export function ImportColumns() {
  return (
    <Card id="columns" title="What the file looks like">
      <div className="grid max-w-prose gap-3">
        <p>
          The first line names the columns, in any order. Only <strong className="font-semibold">Name</strong> has to be
          there, and each partner needs an address or a service area.
        </p>
        <ul className="flex flex-wrap gap-x-2 gap-y-1">
          {IMPORT_COLUMNS.map(({ heading }) => (
            <li key={heading} className="rounded-sm bg-sunken px-1.5 text-sm">
              {heading}
            </li>
          ))}
        </ul>
        <p>
          Neighbourhoods are given by name or code, tags by name. Several in one cell are separated by semicolons:
          “Hulme; Moss Side”. An address lies in one neighbourhood; where it is left out, the portal looks for it by the
          postcode.
        </p>
      </div>
    </Card>
  );
}
