# The bot alone: what compiles it and what tests it stays behind in the first stage. How to run it: docs/operating.md.
ARG NODE_VERSION=24

FROM node:${NODE_VERSION}-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund
COPY build.mjs tsconfig.json tsconfig.build.json ./
COPY src ./src
COPY playground ./playground
RUN node build.mjs
RUN rm -r node_modules/typescript node_modules/@typescript

FROM node:${NODE_VERSION}-bookworm-slim
ENV NODE_ENV=production HTTP_PORT=9464
WORKDIR /app
COPY package.json LICENSE ./
COPY LICENSES ./LICENSES
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY src/index/data/embeddings.en.bin ./src/index/data/
COPY playground/page ./playground/page
COPY knowledge ./knowledge
# All that is ever written: the database and caches. The rest can be read-only.
RUN mkdir -m 700 data && chown node:node data
VOLUME /app/data
USER node
EXPOSE 9464
HEALTHCHECK --interval=30s --timeout=5s --start-period=2m CMD ["node", "dist/src/main.js", "health"]
CMD ["node", "dist/src/main.js"]
