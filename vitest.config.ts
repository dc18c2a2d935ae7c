import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Property tests and the command's tests start processes; the machine of a CI may have two slow cores.
    testTimeout: 30_000,
    reporters: ["default"],
    projects: [
      {
        extends: true,
        test: { name: "library", include: ["test/**/*.test.ts"], exclude: ["test/cli/**", "test/floors.test.ts", "test/readme.test.ts"] },
      },
      {
        // Needs dist/, which is built where it is missing or old; so other tests run without a build.
        extends: true,
        test: { name: "command", include: ["test/cli/**/*.test.ts", "test/floors.test.ts", "test/readme.test.ts"], globalSetup: ["test/support/build-once.ts"] },
      },
    ],
  },
});
