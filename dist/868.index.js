export const id = 868;
export const ids = [868];
export const modules = {

/***/ 5487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   createSecretReader: () => (/* binding */ createSecretReader)
/* harmony export */ });
/* harmony import */ var _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2994);
/* harmony import */ var _call_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1093);


/** A client for Secrets Manager that acts as the owner of `credentials`. */
function createSecretReader(deps) {
    const { clock, emit, retries, limit, credentials } = deps;
    const client = new _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_1__/* .SecretsManagerClient */ ._H({ ...deps.transport.settingsFor('SECRETS_MANAGER'), credentials });
    const policy = { service: 'secretsmanager', retries, clock, emit, limit, renew: credentials.dropOlderThan };
    return {
        secret: async (id, signal) => {
            const command = new _aws_sdk_client_secrets_manager__WEBPACK_IMPORTED_MODULE_1__/* .GetSecretValueCommand */ .d2({ SecretId: id });
            const options = signal === undefined ? {} : { abortSignal: signal };
            const answer = await (0,_call_js__WEBPACK_IMPORTED_MODULE_0__/* .callAws */ .I)(policy, 'GetSecretValue', () => client.send(command, options), signal);
            return answer.SecretString ?? null;
        }
    };
}


/***/ })

};
