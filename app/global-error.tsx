"use client";

import "./globals.css";
import ErrorPage from "./error";

/** The same page where even the document around it failed. */
export default function GlobalErrorPage(props: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en-GB">
      <body>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
