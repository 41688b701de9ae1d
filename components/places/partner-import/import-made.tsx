import { Banner } from "@/components/patterns/banner";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import type { ImportOutcome } from "@/lib/places/partner-import/schemas";
import { ImportLines } from "./import-lines";

/** What an import has made, each partner with its page, and the lines that it left out. */
export function ImportMade({ made, left }: { made: NonNullable<ImportOutcome["made"]>; left: ImportOutcome["lines"] }) {
  const title = made.length === 1 ? "1 partner was made." : `${made.length} partners were made.`;
  return (
    <div className="grid gap-4">
      <Banner tone="success" title={title} role="status">
        {left.length > 0 && "The lines with a fault were left out: mend them in your file, and choose it again."}
      </Banner>
      <Card id="made" title="Made">
        <ul className="grid gap-1">
          {made.map(({ name, path }) => (
            <li key={path}>
              <TextLink href={path} className="wrap-anywhere">
                {name}
              </TextLink>
            </li>
          ))}
        </ul>
      </Card>
      {left.length > 0 && (
        <Card id="left" title="Left out">
          <ImportLines lines={left} />
        </Card>
      )}
    </div>
  );
}
