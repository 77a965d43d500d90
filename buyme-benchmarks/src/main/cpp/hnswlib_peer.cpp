// hnswlib of C++ behind the protocol of `buyme bench index --peer` (see PeerEngine):
//   hnswlib-peer BASE.fvecs QUERIES.fvecs K
// M and efConstruction are those that BuyMe's hnsw has unless told otherwise.
#include <hnswlib/hnswlib.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "peer.hpp"

namespace {

constexpr size_t kM = 16;
constexpr size_t kEfConstruction = 200;

double now() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}


}  // namespace

int main(int count, char** arguments) {
    if (count != 4) {
        std::fprintf(stderr, "usage: %s BASE.fvecs QUERIES.fvecs K\n", arguments[0]);
        return 2;
    }
    Vectors base = read_fvecs(arguments[1]);
    Vectors queries = read_fvecs(arguments[2]);
    size_t k = std::strtoul(arguments[3], nullptr, 10);

    hnswlib::L2Space space(base.dimension);
    double start = now();
    double cpu_start = cpu();
    hnswlib::HierarchicalNSW<float> index(&space, base.size(), kM, kEfConstruction);
    for (size_t i = 0; i < base.size(); i++) {
        index.addPoint(base.row(i), i);
    }
    std::printf("built %.6f %.6f\n", now() - start, cpu() - cpu_start);
    std::fflush(stdout);

    std::string line;
    while (std::getline(std::cin, line)) {
        std::istringstream words(line);
        std::string word;
        size_t candidates = 0;
        words >> word >> candidates;
        if (word != "search" || candidates == 0) {
            std::fprintf(stderr, "want 'search CANDIDATES', got '%s'\n", line.c_str());
            return 2;
        }
        index.setEf(candidates);
        std::vector<std::vector<size_t>> found(queries.size());
        double begin = cpu();
        for (size_t i = 0; i < queries.size(); i++) {
            auto nearest = index.searchKnn(queries.row(i), k);
            found[i].resize(nearest.size());
            for (size_t j = nearest.size(); j-- > 0; nearest.pop()) {
                found[i][j] = nearest.top().second;
            }
        }
        std::printf("searched %.6f\n", cpu() - begin);
        for (const auto& row : found) {
            for (size_t j = 0; j < row.size(); j++) {
                std::printf(j == 0 ? "%zu" : " %zu", row[j]);
            }
            std::printf("\n");
        }
        std::fflush(stdout);
    }
    return 0;
}
