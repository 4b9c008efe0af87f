/**
 * npm runs this after `npm ci` and before it packs: it builds dist/.
 *
 * In a global install from git npm hands its `global` setting to the install in the clone, and the devDependencies never
 * arrive. Then they are fetched here. Nothing is printed, because `npm pack` would mix it into its own output.
 */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

if (!existsSync(new URL("../node_modules/esbuild", import.meta.url))) {
  execFileSync("npm", ["ci", "--ignore-scripts", "--include=dev"], {
    cwd: root,
    env: { ...process.env, npm_config_global: "false", npm_config_location: "project" },
    stdio: "pipe",
    shell: process.platform === "win32",
  });
}

await import("./build.mjs");
