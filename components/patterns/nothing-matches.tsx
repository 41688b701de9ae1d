import { SearchX } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "./empty-state";

/**
 * What stands where the filters of a list leave nothing of it.
 * @param none how the sentences begin: "No partner", "Nobody".
 * @param href the list without any filter.
 */
export function NothingMatches({ none, href }: { none: string; href: string }) {
  return (
    <EmptyState
      title={`${none} matches`}
      icon={<SearchX aria-hidden />}
      action={
        <ButtonLink href={href} scroll={false}>
          Clear all filters
        </ButtonLink>
      }
    >
      <p>{none} within your remit meets everything that is asked for. Take a filter away, or search for less.</p>
    </EmptyState>
  );
}
