import { expect, test } from 'vitest'
import type { TestContext } from 'vitest'
import type { Patch } from '../support/data-process.ts'
import { temporaryFolder } from '../support/data-process.ts'
import { cleaningUp, fileHub } from '../support/file-hub.ts'
import { skipUnless } from '../support/has.ts'
import { addCase } from '../support/hub-work.ts'
import { judge } from '../support/kill-trials.ts'
import { cutAgainAndAgain } from '../support/power-cut/cut-trials.ts'
import { forgetfulDisk } from '../support/power-cut/disk.ts'
import { seededRandom } from '../support/sample-row.ts'
import { contentOnHub, sitDown } from '../support/whole-laptop.ts'
import { wordsIn, wordsOnHub } from '../support/words-on-hub.ts'

const isLong = process.env['TANDEM_TEST_LONG'] === '1'
const CUTS = isLong ? 500 : 50
/** So many laptops side by side: each waits for its disk most of the time. */
const LAPTOPS = 2

const hub = fileHub()
const cleanUps = cleaningUp()

type Given = { readonly cuts: number; readonly seed: number; readonly patch?: Patch }

/** A laptop at work whose power is cut. */
async function workThroughCuts(context: TestContext, { cuts, seed, patch }: Given) {
  skipUnless(context, 'linux')
  skipUnless(context, 'compiler')
  const { path, remove } = temporaryFolder()
  cleanUps.push(remove)
  const disk = forgetfulDisk(path)
  cleanUps.push(disk.remove)
  const work = await addCase(hub)
  const given = { hubUrl: hub.url, name: 'lena', folder: path, cleanUps } as const
  const lena = await sitDown(patch ? { ...given, patch } : given)
  await lena.settled()
  const trial = await cutAgainAndAgain(lena, cuts, { disk, work, random: seededRandom(seed) })
  await trial.laptop.settled()
  return trial
}

test(
  `${CUTS} power cuts: no act that was called saved is lost, none is torn, none is there twice`,
  async context => {
    const trials = await Promise.all(
      Array.from({ length: LAPTOPS }, (_, index) =>
        workThroughCuts(context, { cuts: CUTS / LAPTOPS, seed: 52_017 + index }),
      ),
    )
    // Once more, for what was written on the others while the first ones were settling.
    await Promise.all(trials.map(({ laptop }) => laptop.settled()))
    const onHub = await contentOnHub(hub.url, 'lena')
    // The disks did forget, and there was work to lose.
    expect(trials.reduce((sum, { forgotten }) => sum + forgotten, 0)).toBeGreaterThan(CUTS)
    expect(trials.flatMap(({ safe }) => safe).length).toBeGreaterThan(CUTS)
    for (const trial of trials) {
      expect(judge(trial, wordsIn(onHub))).toEqual({ lost: [], twice: [] })
      expect(await trial.laptop.status()).toMatchObject({ waiting: 0, attention: 0 })
      expect(trial.laptop.content()).toEqual(onHub)
    }
  },
  CUTS * 10_000,
)

/** What SQLite's WAL mode does unless it is told otherwise. */
const RELAXED: Patch = { file: 'main/data/db/write.ts', from: `durable: 'FULL'`, to: `durable: 'NORMAL'` }

test('negative control: with synchronous=NORMAL the same cuts lose what was called saved', async context => {
  const trial = await workThroughCuts(context, { cuts: 8, seed: 52_017, patch: RELAXED })
  expect(judge(trial, await wordsOnHub(hub.url)).lost.length).toBeGreaterThan(0)
}, 120_000)
