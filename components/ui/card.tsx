import type { ReactNode } from "react";

/**
 * A surface with a heading that holds one subject of a page. `id` names the heading for links and labels; `state` is
 * what is worth knowing of the subject at a glance, as badges.
 * @param of the id of what completes its name, where several cards of a page have the same title.
 * @param heading the level below that of the section around it.
 * @param flush for content that brings its own edges, such as rows across the whole width.
 */
export function Card({
  id,
  of,
  title,
  state,
  heading: Heading = "h2",
  flush = false,
  children,
}: {
  id: string;
  of?: string;
  title: ReactNode;
  state?: ReactNode;
  heading?: "h2" | "h3";
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section
      aria-labelledby={of === undefined ? id : `${id} ${of}`}
      className="rounded-lg border border-line bg-surface shadow-card"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 sm:px-5">
        <Heading id={id} className="text-base font-semibold wrap-anywhere">
          {title}
        </Heading>
        {state}
      </div>
      <div className={flush ? "" : "px-4 py-4 sm:px-5"}>{children}</div>
    </section>
  );
}
