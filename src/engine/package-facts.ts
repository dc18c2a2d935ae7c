import packageJson from "../../package.json" with { type: "json" };

/** Facts of the package, taken in when it is built: nothing reads package.json at run time. */
export function compilePackageFacts(): { readonly version: string } {
  return { version: packageJson.version };
}
