import type { Handlers } from '@triptych/kernel'
import type { licensingContract } from './contract/contract.ts'
import { createAdmissions } from './admissions.ts'
import type { Deps } from './deps.ts'
import { createFindLicense } from './find-license.ts'
import { acquireSeat } from './use-cases/acquire-seat.ts'
import { activateLicense } from './use-cases/activate-license.ts'
import { approveMachine } from './use-cases/approve-machine.ts'
import { downloadLicense } from './use-cases/download-license.ts'
import { exportPersonalData } from './use-cases/export-personal-data.ts'
import { getLicense } from './use-cases/get-license.ts'
import { getLicenseStatus } from './use-cases/get-license-status.ts'
import { getSeats } from './use-cases/get-seats.ts'
import { getUtilization } from './use-cases/get-utilization.ts'
import { heartbeat, heartbeatSession } from './use-cases/heartbeat.ts'
import { listAllLicenses } from './use-cases/list-all-licenses.ts'
import { listLicenseSessions } from './use-cases/list-license-sessions.ts'
import { listLicenses } from './use-cases/list-licenses.ts'
import { listMachines } from './use-cases/list-machines.ts'
import { refuseMachine } from './use-cases/refuse-machine.ts'
import { releaseSeat, releaseSession } from './use-cases/release.ts'
import { rotateLicenseKey } from './use-cases/rotate-license-key.ts'
import { showLicenseKey } from './use-cases/show-license-key.ts'
import { getSigningKeys, rotateSigningKeys } from './use-cases/signing-keys.ts'
import { updateLicense } from './use-cases/update-license.ts'
import { validateLicense } from './use-cases/validate-license.ts'

export function handlersOf(deps: Deps): Handlers<typeof licensingContract> {
  const find = createFindLicense(deps)
  return {
    validateLicense: validateLicense(deps, find),
    activateLicense: activateLicense(deps, find),
    getLicenseStatus: getLicenseStatus(deps, find),
    listLicenses: listLicenses(deps),
    getLicense: getLicense(deps),
    downloadLicense: downloadLicense(deps),
    showLicenseKey: showLicenseKey(deps),
    rotateLicenseKey: rotateLicenseKey(deps),
    updateLicense: updateLicense(deps),
    getSeats: getSeats(deps),
    listLicenseSessions: listLicenseSessions(deps, find),
    listMachines: listMachines(deps),
    approveMachine: approveMachine(deps),
    refuseMachine: refuseMachine(deps),
    acquireSeat: acquireSeat(deps, createAdmissions(deps, find)),
    heartbeat: heartbeat(deps),
    heartbeatSession: heartbeatSession(deps),
    releaseSeat: releaseSeat(deps),
    releaseSession: releaseSession(deps),
    listAllLicenses: listAllLicenses(deps),
    getUtilization: getUtilization(deps),
    getSigningKeys: getSigningKeys(deps),
    rotateSigningKeys: rotateSigningKeys(deps),
    exportPersonalData: exportPersonalData(deps),
  }
}
